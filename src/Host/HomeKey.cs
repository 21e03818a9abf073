using System.Security.Cryptography;

namespace Orrery.Host;

/// <summary>
/// What the secrets of exported worlds are sealed under where nobody names a passphrase: a file beside the worlds,
/// which only their owner reads. So exports of a home open at home. Worlds in memory only have one in memory only.
/// </summary>
internal sealed class HomeKey(string? store)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "export.key";

    private const int Bytes = 32;

    private readonly Lock _lock = new();
    private string? _known;

    /// <summary>The key, made when it is first asked for.</summary>
    public string Passphrase
    {
        get
        {
            lock (_lock) return _known ??= store is null ? New() : OfFile(store);
        }
    }

    private static string OfFile(string store)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store))!, FileName);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.WriteLine(New());
        }

        return File.ReadLines(path).First();
    }

    private static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
