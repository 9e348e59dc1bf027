namespace OpsCenter.Portal.Hosting;

/// <summary>Another portal works on the same data folder. The message is for the person who started this one.</summary>
public sealed class DataFolderInUseException(DataFolder folder, Exception inner) : HostingException(
    $"Another portal is already running on {folder}. Stop it first, or set OPSCENTER_DATA to another folder.", inner);
