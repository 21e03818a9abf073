namespace Orrery.Stores.Contents;

/// <summary>The machine's disk.</summary>
internal sealed class MachineDisk : IDisk
{
    /// <inheritdoc/>
    public void MakeFolder(string path) => Directory.CreateDirectory(path);

    /// <inheritdoc/>
    public IDiskFile Create(string path) => new MachineFile(File.OpenHandle(
        path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete));

    /// <inheritdoc/>
    public IDiskFile? Open(string path)
    {
        try
        {
            return new MachineFile(File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Move(string from, string to)
    {
        try
        {
            File.Move(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // As good as deleted.
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(static path => Path.GetFileName(path))
        : [];

    /// <inheritdoc/>
    public IEnumerable<string> Folders(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(static path => Path.GetFileName(path))
        : [];

    /// <inheritdoc/>
    public void SyncFolder(string path)
    {
        // NTFS keeps its own journal of names, and Windows syncs no folders.
        if (!OperatingSystem.IsWindows()) Posix.SyncFolder(path);
    }
}
