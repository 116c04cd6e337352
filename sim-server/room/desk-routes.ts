// The evaluator's desk over HTTP, whole: rating by staff and by the invited, and going back into recorded runs.
import { Router } from "express";
import type { Config } from "../config.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { branchRoutes } from "./branch-routes.ts";
import { invitedRoutes } from "./invited-routes.ts";
import type { House } from "./live-run.ts";
import { ratingRoutes } from "./rating-routes.ts";
import type { RunPapers } from "./run-papers.ts";
import type { Shelf } from "./scenario-shelf.ts";

export function deskRoutes(
  house: House,
  papers: RunPapers,
  shelf: Shelf,
  ratings: Ratings,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  router.use(ratingRoutes(house, papers, ratings, config));
  router.use(invitedRoutes(house, papers, ratings, config));
  router.use(branchRoutes(house, shelf, ratings, config));
  return router;
}
