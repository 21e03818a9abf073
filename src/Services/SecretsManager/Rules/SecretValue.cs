using System.Text;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>A value that was given.</summary>
/// <param name="Bytes">The bytes; an array, which a record does not print.</param>
/// <param name="IsBinary">Whether it was given as bytes.</param>
internal sealed record SecretValue(byte[] Bytes, bool IsBinary)
{
    private const int Most = 65_536;

    /// <summary>The value of a request; null where there is none.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static SecretValue? Of(string? text, ReadOnlyMemory<byte>? bytes)
    {
        if (text is not null && bytes is not null)
            throw Errors.Parameter("You can't specify both a binary secret value and a string secret value.");
        var all = text is not null ? Encoding.UTF8.GetBytes(text) : bytes?.ToArray();
        if (all is null) return null;
        return all.Length <= Most ? new(all, text is null)
            : throw Errors.Parameter($"The secret value is longer than {Most} bytes.");
    }
}
