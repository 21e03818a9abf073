using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>
/// The canonical request of Signature Version 4 (IAM user guide, "Create a signed AWS API request"): S3 takes the path
/// as it is and encodes it once; the others remove dot segments and double slashes and encode what was sent once more.
/// </summary>
public static class CanonicalRequest
{
    /// <summary>Builds it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="claim">Its signature.</param>
    /// <param name="payloadHash">The hash of the body in hexadecimal, or a literal such as UNSIGNED-PAYLOAD.</param>
    /// <param name="isS3">Whether S3's rules for the path hold.</param>
    public static string Build(WireRequest request, SignatureClaim claim, string payloadHash, bool isS3)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n');
        if (isS3) CanonicalPath.AppendOnce(text, request.RawPath);
        else CanonicalPath.AppendNormalized(text, request.RawPath);
        text.Append('\n');
        CanonicalQuery.Append(text, request.RawQuery, claim.IsPresigned);
        text.Append('\n');
        AppendHeaders(text, request.Headers, claim.SignedHeaders);
        return text.Append('\n').Append(claim.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    private static void AppendHeaders(StringBuilder text, WireHeaders headers, string signedHeaders)
    {
        foreach (var range in signedHeaders.AsSpan().Split(';'))
        {
            var name = signedHeaders.AsSpan()[range];
            text.Append(name).Append(':');
            var first = true;
            foreach (var header in headers.AsSpan())
            {
                if (!name.Equals(header.Name, StringComparison.OrdinalIgnoreCase)) continue;
                if (!first) text.Append(',');
                AppendTrimmed(text, header.Value);
                first = false;
            }
            text.Append('\n');
        }
    }

    // Space at the ends goes away, and runs of spaces become one, also between quotes (AWS's test suite:
    // get-header-value-trim).
    private static void AppendTrimmed(StringBuilder text, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var previous = '\0';
        foreach (var c in value)
        {
            if (c != ' ' || previous != ' ') text.Append(c);
            previous = c;
        }
    }
}
