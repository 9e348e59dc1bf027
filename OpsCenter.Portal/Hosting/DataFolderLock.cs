namespace OpsCenter.Portal.Hosting;

/// <summary>
/// Proof that this process alone works on a data folder. The kernel lets go of it when the process ends, however it ends,
/// so a killed portal never leaves a lock behind.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private const string FileName = "portal.lock";

    // EWOULDBLOCK, which .NET passes on as the result code of the exception.
    private static readonly int HeldElsewhere = OperatingSystem.IsLinux() ? 11 : 35;

    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="DataFolderInUseException">Another process holds it.</exception>
    /// <exception cref="HostingException">This user may not write there.</exception>
    public static DataFolderLock Take(DataFolder folder)
    {
        try
        {
            folder.Create();
            return new DataFolderLock(new FileStream(folder.Combine(FileName), Options));
        }
        catch (IOException inUse) when (inUse.HResult == HeldElsewhere)
        {
            throw new DataFolderInUseException(folder, inUse);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new HostingException(
                $"The user '{Environment.UserName}' may not write in {folder}: it was made by another user. Run the portal as that user, " +
                "or set OPSCENTER_DATA to another folder.", closed);
        }
    }

    public void Dispose() => file.Dispose();

    private static FileStreamOptions Options => new()
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };
}
