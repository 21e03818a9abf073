namespace Orrery.Host;

/// <summary>
/// Where worlds are kept when nothing else is said: <c>$XDG_DATA_HOME/orrery/NAME.orrery</c>, by default
/// <c>~/.local/share/orrery</c> (XDG Base Directory Specification); on Windows below <c>%LOCALAPPDATA%</c>.
/// </summary>
public static class WorldFiles
{
    /// <summary>The ending of a world's file.</summary>
    public const string Extension = ".orrery";

    /// <summary>The directory of all worlds of this user.</summary>
    public static string Directory(Func<string, string?> environment)
    {
        var chosen = environment("XDG_DATA_HOME");
        if (!string.IsNullOrEmpty(chosen) && Path.IsPathRooted(chosen)) return Path.Combine(chosen, "orrery");
        if (OperatingSystem.IsWindows() && environment("LOCALAPPDATA") is { Length: > 0 } local)
            return Path.Combine(local, "orrery");
        var home = environment("HOME") is { Length: > 0 } set
            ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(home, ".local", "share", "orrery");
    }

    /// <summary>The file of a world.</summary>
    public static string For(string world, Func<string, string?> environment) =>
        Path.Combine(Directory(environment), world + Extension);
}
