using System.Text;

namespace Orrery.Services.S3.Rules;

/// <summary>What an object may be called. Source: S3 user guide, "Naming Amazon S3 objects".</summary>
internal static class Keys
{
    private const int MostBytes = 1024;

    /// <summary>The key of a request.</summary>
    /// <exception cref="ServiceException">KeyTooLongError, BadRequest.</exception>
    public static string Checked(string? key)
    {
        if (string.IsNullOrEmpty(key)) throw Errors.InvalidArgument("The key is missing.", "key", "");
        if (Encoding.UTF8.GetByteCount(key) > MostBytes) throw Errors.KeyTooLong();
        return Leaves(key) ? throw Errors.KeyLeaves() : key;
    }

    // S3 user guide, "Object key naming guidelines": read from the left, "../" never goes further up than segments went
    // down before.
    private static bool Leaves(string key)
    {
        if (!key.Contains("..", StringComparison.Ordinal)) return false;
        var depth = 0;
        foreach (var segment in key.AsSpan().Split('/'))
        {
            depth += key.AsSpan(segment) is ".." ? -1 : 1;
            if (depth < 0) return true;
        }

        return false;
    }
}
