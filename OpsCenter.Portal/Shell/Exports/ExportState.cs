namespace OpsCenter.Portal.Shell.Exports;

/// <summary>How far an export has come.</summary>
public enum ExportState
{
    /// <summary>The browser has not asked for the file yet.</summary>
    Waiting,

    /// <summary>Rows are being written.</summary>
    Running,

    /// <summary>The file is whole.</summary>
    Done,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>It could not be finished.</summary>
    Failed,
}
