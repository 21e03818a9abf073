namespace Orrery.Stores.Contents;

/// <summary>
/// What a store of files asks of a disk. What is written and not synced may be lost or torn by a crash; a rename is
/// whole or not there, and sure once its folder is synced.
/// </summary>
internal interface IDisk
{
    /// <summary>Makes a folder and those above it.</summary>
    void MakeFolder(string path);

    /// <summary>Makes a file that is not there.</summary>
    IDiskFile Create(string path);

    /// <summary>Opens a file for reading, or null where there is none.</summary>
    IDiskFile? Open(string path);

    /// <summary>Gives a file another name; false if it is not there.</summary>
    bool Move(string from, string to);

    /// <summary>Deletes a file, if it is there.</summary>
    void Delete(string path);

    /// <summary>The names of a folder's files.</summary>
    IEnumerable<string> Files(string folder);

    /// <summary>The names of a folder's folders.</summary>
    IEnumerable<string> Folders(string folder);

    /// <summary>Makes sure of what was made, renamed and deleted in a folder.</summary>
    void SyncFolder(string path);
}
