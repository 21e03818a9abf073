using System.Text.Json;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Whether a bucket policy is public: whether an Allow statement is for everybody, and no condition holds it to fixed
/// callers, networks or accounts. Source: S3 user guide, "Blocking public access to your Amazon S3 storage", "The
/// meaning of 'public'". Guessed: which operators of conditions hold.
/// </summary>
internal static class PublicPolicies
{
    // The page above. Patterns are no fixed values, but those of access points are.
    private static readonly HashSet<string> Holding = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:SourceIp", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceOwner", "aws:SourceAccount",
        "aws:userid", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn",
        "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:DataAccessPointAccount", "s3:DataAccessPointArn",
    };

    private static readonly HashSet<string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress",
    };

    /// <summary>Whether a policy that was kept is public.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="isOfPoint">Whether it is an access point's: which access point is used holds nobody there.</param>
    public static bool IsPublic(string policy, bool isOfPoint = false)
    {
        using var document = JsonDocument.Parse(policy);
        return Many(document.RootElement.GetProperty("Statement")).Any(statement => IsPublic(statement, isOfPoint));
    }

    private static bool IsPublic(JsonElement statement, bool isOfPoint) =>
        statement.ValueKind == JsonValueKind.Object
        && Text(statement, "Effect") == "Allow" && IsForAll(statement) && !IsHeld(statement, isOfPoint);

    private static bool IsForAll(JsonElement statement)
    {
        if (statement.TryGetProperty("NotPrincipal", out _)) return true;
        if (!statement.TryGetProperty("Principal", out var principal)) return false;
        return principal.ValueKind == JsonValueKind.Object
            ? principal.EnumerateObject().Any(static kind => Many(kind.Value).Any(HasPattern))
            : HasPattern(principal);
    }

    private static bool IsHeld(JsonElement statement, bool isOfPoint) =>
        statement.TryGetProperty("Condition", out var conditions) && conditions.ValueKind == JsonValueKind.Object
        && conditions.EnumerateObject().Any(test =>
            Operators.Contains(test.Name) && test.Value.ValueKind == JsonValueKind.Object
            && test.Value.EnumerateObject().Any(key =>
                Holding.Contains(key.Name) && !(isOfPoint && IsPoint(key.Name))
                && Many(key.Value).All(value => IsFixed(key.Name, value))));

    private static bool IsFixed(string key, JsonElement value) =>
        IsPoint(key) || (key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase)
            ? !(value.GetString() ?? "").EndsWith("/0", StringComparison.Ordinal)
            : !HasPattern(value));

    private static bool IsPoint(string key) => key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase);

    // A pattern or a policy variable stands for more than one.
    private static bool HasPattern(JsonElement value) =>
        value.ValueKind != JsonValueKind.String || value.GetString()!.AsSpan().IndexOfAny("*?$") >= 0;

    private static IEnumerable<JsonElement> Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
