using OpsCenter.Portal.Hosting.EmbeddedDatabase;

namespace OpsCenter.Portal.Hosting.Backup;

/// <summary>Takes a backup of the embedded database, as it is at one moment, while the portal may go on working.</summary>
internal static class DatabaseBackup
{
    /// <summary>
    /// Writes the backup. The file appears, readable by this user alone, only when it is complete and has been read back; a file of that
    /// name stays until then.
    /// </summary>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="HostingException">It could not be taken; the message says why.</exception>
    public static async Task<long> WriteAsync(DatabaseSession session, string file, CancellationToken cancellationToken)
    {
        var tools = new DumpTools(session);
        var unfinished = file + ".part";
        try
        {
            CreatePrivate(unfinished);
            await tools.DumpAsync(unfinished, cancellationToken);
            await tools.VerifyAsync(unfinished, cancellationToken);
            File.Move(unfinished, file, overwrite: true);
            return new FileInfo(file).Length;
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    // A backup holds mail addresses and hashed secrets.
    private static void CreatePrivate(string file)
    {
        try
        {
            File.Delete(file);
            using var stream = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"The backup cannot be written: {refused.Message}", refused);
        }
    }
}
