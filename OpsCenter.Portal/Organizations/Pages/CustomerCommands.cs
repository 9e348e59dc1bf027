namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>The commands behind the menu of a customer.</summary>
public sealed record CustomerCommands(CreateCustomer Create, RenameCustomer Rename, SuspendCustomer Suspend, ResumeCustomer Resume);
