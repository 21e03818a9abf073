using System.Buffers.Text;
using System.Text;

namespace Orrery.Services.S3.Rules;

/// <summary>Places in listings as clients carry them about: nothing to be read by them.</summary>
internal static class Tokens
{
    private const char Version = '1';

    /// <summary>The token of a place.</summary>
    public static string Write(string place) => Version + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>The place of a token.</summary>
    /// <exception cref="ServiceException">InvalidArgument: it is none of ours.</exception>
    public static string Read(string token)
    {
        if (token.Length > 1 && token[0] == Version && Base64Url.IsValid(token.AsSpan(1)))
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(1)));
        throw Errors.InvalidArgument(
            "The continuation token provided is incorrect", "continuation-token", token);
    }
}
