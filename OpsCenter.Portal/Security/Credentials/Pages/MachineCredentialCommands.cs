namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>The commands behind the menu of a machine credential, and what their dialogs ask first.</summary>
public sealed record MachineCredentialCommands(
    CreateMachineCredential Create,
    EditMachineCredential Edit,
    RotateMachineCredential Rotate,
    RevokeMachineCredential Revoke,
    MachineCredentialQueries Queries);
