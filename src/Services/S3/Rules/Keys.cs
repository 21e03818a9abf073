using System.Text;

namespace Orrery.Services.S3.Rules;

/// <summary>What an object may be called. Source: S3 user guide, "Naming Amazon S3 objects".</summary>
internal static class Keys
{
    private const int MostBytes = 1024;

    /// <summary>The key of a request.</summary>
    /// <exception cref="ServiceException">KeyTooLongError.</exception>
    public static string Checked(string? key)
    {
        if (string.IsNullOrEmpty(key)) throw Errors.InvalidArgument("The key is missing.", "key", "");
        return Encoding.UTF8.GetByteCount(key) <= MostBytes ? key : throw Errors.KeyTooLong();
    }
}
