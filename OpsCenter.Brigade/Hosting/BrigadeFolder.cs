namespace OpsCenter.Brigade.Hosting;

/// <summary>
/// Brigade's data folder, held by one process: two that write the same spool would ruin it. The kernel lets go of the lock however the
/// process ends.
/// </summary>
public sealed class BrigadeFolder : IDisposable
{
    private const string LockName = "brigade.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream held;

    private BrigadeFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Creates the folder when it is missing, closed to other users, and takes it.</summary>
    /// <exception cref="BrigadeStartException">Another process has it, or this user may not write there.</exception>
    public static BrigadeFolder Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path, OwnerOnly);
            return new BrigadeFolder(path, new FileStream(System.IO.Path.Combine(path, LockName), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }));
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new BrigadeStartException(
                $"Brigade cannot use the folder {path}: {reason.Message} Stop the Brigade that uses it, or set Brigade:Data to another folder.", reason);
        }
    }

    /// <summary>Creates a folder in it, closed to other users, and returns its path.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name), OwnerOnly).FullName;

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => held.Dispose();
}
