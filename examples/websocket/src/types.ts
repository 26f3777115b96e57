export interface UserContext {
  readonly userId: string;
  readonly tenant: string;
}

export interface Request {
  readonly userContext: UserContext;
  readonly connectionId: string;
  readonly body: string;
}
