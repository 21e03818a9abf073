using System.Buffers.Text;
using System.Text;

namespace Orrery.Services.Ec2.Listing;

/// <summary>The opaque text that says after which key a page begins.</summary>
internal static class PageToken
{
    private const string Mark = "after:";

    /// <summary>The token of the page that begins after a key.</summary>
    public static string After(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + key));

    /// <summary>The key that a token was made of.</summary>
    /// <exception cref="Core.ServiceException">InvalidNextToken: we did not make it.</exception>
    public static string KeyOf(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            throw Errors.InvalidNextToken();
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : throw Errors.InvalidNextToken();
    }
}
