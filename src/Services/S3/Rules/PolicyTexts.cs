using System.Text;
using System.Text.Json;

namespace Orrery.Services.S3.Rules;

/// <summary>Bucket policies as texts.</summary>
internal static class PolicyTexts
{
    // Source: S3 user guide, "Bucket policies": 20 KB.
    private const int MostBytes = 20 * 1024;

    /// <summary>A policy that is a JSON object with statements.</summary>
    /// <exception cref="ServiceException">MalformedPolicy, PolicyTooLarge.</exception>
    public static string Checked(string? text)
    {
        if (string.IsNullOrEmpty(text)) throw Malformed("Policies must be valid JSON and the first byte must be '{'");
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            throw new ServiceException("PolicyTooLarge", "Normalized policy document exceeds the maximum allowed size");
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Malformed("Policies must be valid JSON and the first byte must be '{'");
            if (!document.RootElement.TryGetProperty("Statement", out _))
                throw Malformed("Missing required field Statement");
            return text;
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }
    }

    private static ServiceException Malformed(string message) => new("MalformedPolicy", message);
}
