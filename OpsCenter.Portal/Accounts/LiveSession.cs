namespace OpsCenter.Portal.Accounts;

/// <summary>A session that is neither ended nor expired, and its person.</summary>
internal sealed record LiveSession(Session Session, CurrentPerson Person);
