namespace OpsCenter.Portal.Hosting;

/// <summary>The folder in which the portal keeps its embedded database, first-run notes and other files.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Root hands the database to another user, who must be able to pass through this folder, but not to list it.
    private const UnixFileMode OwnerAndPassers = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <param name="path">The folder; a relative path counts from the working directory.</param>
    public DataFolder(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>The absolute path, without a separator at its end.</summary>
    public string Path { get; }

    /// <summary>The path of a file or folder in it.</summary>
    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder when it is missing, closed to other users.</summary>
    public void Create() => Directory.CreateDirectory(Path, Environment.IsPrivilegedProcess ? OwnerAndPassers : OwnerOnly);

    /// <summary>Creates a folder in it that only the portal's own user can open, and returns its path.</summary>
    public string CreateFolder(string name)
    {
        Create();
        return Directory.CreateDirectory(Combine(name), OwnerOnly).FullName;
    }

    public override string ToString() => Path;
}
