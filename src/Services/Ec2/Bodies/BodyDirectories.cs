using System.Diagnostics;
using System.Globalization;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// Where the processes of a world have their files: a directory each, which stays until the instance is terminated,
/// and in it the process of which run it is, so that one that outlived the program is found.
/// </summary>
/// <param name="root">Below which they are.</param>
internal sealed class BodyDirectories(string root)
{
    private const string PidFile = ".orrery-pid";
    private const string ScriptFile = ".orrery-user-data";

    /// <summary>The directory of an instance, made if there is none.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="isNew">Whether what is there from somebody else of this id goes first.</param>
    public string Open(string instance, bool isNew)
    {
        if (isNew)
        {
            Remove(instance);
        }

        return Directory.CreateDirectory(Path.Combine(root, instance)).FullName;
    }

    /// <summary>Writes the script of an instance, for its owner only, and tells where.</summary>
    public static string Write(string directory, byte[] script)
    {
        var file = Path.Combine(directory, ScriptFile);
        File.WriteAllBytes(file, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>Remembers the process group that serves an instance.</summary>
    public static void Remember(string directory, int pid) =>
        File.WriteAllText(
            Path.Combine(directory, PidFile), string.Create(CultureInfo.InvariantCulture, $"{pid} {BirthOf(pid)}"));

    /// <summary>Removes the directory of an instance.</summary>
    public void Remove(string instance)
    {
        try
        {
            Directory.Delete(Path.Combine(root, instance), recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // There is none, or somebody looks at it: it only takes room.
        }
    }

    /// <summary>Kills what an earlier program left running, if a process is still the one that it was.</summary>
    public void EndOrphans()
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(root, PidFile, SearchOption.AllDirectories).ToList())
        {
            var parts = File.ReadAllText(file).Split(' ');
            if (parts is [var text, var birth]
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && birth.Length > 0 && BirthOf(pid) == birth)
            {
                KillGroup(text);
            }

            File.Delete(file);
        }
    }

    // The 22nd field, in ticks since the machine booted; the second may hold blanks, in brackets. Source: proc(5).
    private static string BirthOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields.Length > 19 ? fields[19] : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void KillGroup(string pid)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "kill -s KILL -- \"-$1\" 2>/dev/null", "orrery", pid])
        {
            start.ArgumentList.Add(argument);
        }

        using var kill = Process.Start(start);
        kill?.WaitForExit();
    }
}
