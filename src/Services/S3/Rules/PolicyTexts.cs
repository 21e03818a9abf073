using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Protocols.Errors;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Policies of buckets and access points as they are sent, held to the grammar and to what is theirs. Source: S3 user
/// guide, "Bucket policies for Amazon S3". Which message comes first where several things are wrong is guessed.
/// </summary>
internal static class PolicyTexts
{
    // Source: S3 user guide, "Bucket policies": 20 KB.
    private const int MostBytes = 20 * 1024;
    private const string Arn = "arn:aws:s3:::";

    /// <summary>A policy that can be a bucket's.</summary>
    /// <exception cref="ServiceException">MalformedPolicy, PolicyTooLarge.</exception>
    public static string Checked(ReadCall call, string? text, Place place)
    {
        var policy = Checked(call, text, place.Scope.Account, resource => IsOf(resource, place.Name));
        return policy.Statements.All(statement => PolicyActions.FitResources(statement, place.Name))
            ? text!
            : throw Malformed("Action does not apply to any resource(s) in statement");
    }

    /// <summary>A policy that can be an access point's. Source: S3 user guide, "Configuring IAM policies for using
    /// access points".</summary>
    /// <exception cref="ServiceException">MalformedPolicy, PolicyTooLarge.</exception>
    public static string CheckedOfPoint(ReadCall call, string? text, PointPlace place)
    {
        var arn = place.Arn;
        Checked(
            call, text, place.Scope.Account,
            resource => resource == arn || resource.StartsWith(arn + "/", StringComparison.Ordinal));
        return text!;
    }

    private static PolicyDocument Checked(ReadCall call, string? text, string owner, Predicate<string> isOwn)
    {
        if (string.IsNullOrEmpty(text)) throw Malformed("Policies must be valid JSON and the first byte must be '{'");
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            throw new ServiceException("PolicyTooLarge", "Normalized policy document exceeds the maximum allowed size");
        CheckJson(text);
        var policy = PolicyDocument.Read(text, PolicyKind.Resource, out var fault);
        if (policy is null) throw Malformed(fault!.Message);
        foreach (var statement in policy.Statements)
        {
            if (statement.Principals is null) throw Malformed("Missing required field Principal");
            if (!statement.Actions.All(PolicyActions.IsKnown)) throw Malformed("Policy has invalid action");
            if (!statement.Resources.All(isOwn.Invoke))
                throw Malformed("Policy has invalid resource");
        }

        // Source: re:Post, "Invalid principal in policy error with Amazon S3 bucket policy".
        return NamedPrincipals.FirstUnknown(call, policy.PrincipalArns, owner) is { } nobody
            ? throw Malformed("Invalid principal in policy").WithElement("Detail", $"\"AWS\" : \"{nobody}\"")
            : policy;
    }

    // Patterns that begin with the bucket's name, and the bucket itself.
    private static bool IsOf(string resource, string bucket)
    {
        if (!resource.StartsWith(Arn, StringComparison.Ordinal)) return false;
        var name = resource[Arn.Length..];
        return name == bucket || name == bucket + "*" || name.StartsWith(bucket + "/", StringComparison.Ordinal);
    }

    private static void CheckJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Malformed("Policies must be valid JSON and the first byte must be '{'");
            if (!document.RootElement.TryGetProperty("Statement", out _))
                throw Malformed("Missing required field Statement");
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }
    }

    private static ServiceException Malformed(string message) => new("MalformedPolicy", message);
}
