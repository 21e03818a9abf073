using Orrery.Core;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Entries of Resource and NotResource.</summary>
internal static class ResourceLint
{
    private const int Fields = 6;

    private static readonly string[] Partitions =
    [
        "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
    ];

    /// <summary>Looks through the entries.</summary>
    public static void Check(LintScope scope, string[] resources)
    {
        foreach (var resource in resources) CheckOne(scope, resource);
        var needless = ActionLint.Needless(resources).Count();
        if (needless == 0) return;
        scope.Suggest("REDUNDANT_RESOURCE", $"The {needless} resource ARN(s) are redundant because they reference the "
            + "same resource. Review the use of wildcards (*)");
    }

    private static void CheckOne(LintScope scope, string resource)
    {
        VariableLint.Check(scope, resource);
        if (resource == "*") return;
        // Variables have colons of their own.
        var text = ServiceWords.Opened(resource);
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            scope.Error("INVALID_ARN_PREFIX", "Add the required prefix (arn) to the resource ARN.");
            return;
        }

        if (text.Split(':', Fields) is not { Length: Fields } parts)
        {
            scope.Error("MISSING_ARN_FIELD", $"Resource ARNs must include at least {Fields} fields in the following "
                + "structure: arn:partition:service:region:account:resource");
            return;
        }

        var (partition, service) = (parts[1], parts[2]);
        if (!IsOpen(partition) && !Partitions.Contains(partition))
        {
            scope.Error("INVALID_PARTITION", $"The resource ARN for the service {service} does not support the "
                + $"partition {partition}. Use the supported values: {string.Join(", ", Partitions)}");
        }

        if (IsOpen(service)) ActionLint.WildService(scope);
        else if (service.Any(char.IsAsciiLetterUpper))
            scope.Error("INVALID_ARN_SERVICE_CASE",
                $"Update the service name {service} in the resource ARN to use all lowercase letters.");
        else if (scope.Words.Find(service) is not { } words)
            scope.Error("INVALID_SERVICE", $"The service {service} does not exist. Use a valid service name.");
        else
            CheckRest(scope, words, parts);
    }

    private static void CheckRest(LintScope scope, ServiceWords words, string[] parts)
    {
        var (region, account, resource) = (parts[3], parts[4], parts[5]);
        if (region.Length > 0 && !IsOpen(region) && !scope.Words.IsRegion(region))
        {
            scope.Error("INVALID_ARN_REGION", $"The Region {region} is not valid for this resource. Update the "
                + "resource ARN to include a supported Region.");
        }

        var templates = words.Arns.Select(arn => ServiceWords.Opened(arn).Split(':', 3)).ToList();
        if (account.Length > 0 && !IsOpen(account) && !AccountNumber.Is(account)
            && templates.All(t => t[1] != account) && account != "aws")
        {
            scope.Error("INVALID_ARN_ACCOUNT",
                $"The resource ARN account ID {account} is not valid. Provide a 12-digit account ID.");
        }

        if (templates.Count == 0 || (words.Prefix == "iam" && resource == "root")) return;
        var fitting = templates.Where(t => Fits(t[2], resource)).ToList();
        if (fitting.Count == 0)
        {
            scope.Error("INVALID_ARN_RESOURCE",
                "Resource ARN does not match the expected ARN format. Update the resource portion of the ARN.");
            return;
        }

        CheckPlace(scope, words.Prefix, parts, fitting);
    }

    private static void CheckPlace(LintScope scope, string service, string[] parts, List<string[]> fitting)
    {
        var (region, account, resource) = (parts[3], parts[4], parts[5]);
        if (region is not ("" or "*") && fitting.All(t => t[0].Length == 0))
        {
            scope.Error("ARN_REGION_NOT_ALLOWED",
                $"The service {service} does not support specifying a Region in the resource ARN.");
        }

        if (account is not ("" or "*") && fitting.All(t => t[1].Length == 0))
        {
            scope.Error("ARN_ACCOUNT_NOT_ALLOWED",
                $"The service {service} does not support specifying an account ID in the resource ARN.");
        }

        if (region.Length == 0 && fitting.All(t => t[0].Length > 0))
            scope.Error("MISSING_ARN_REGION", $"Add a Region to the {service} resource ARN.");
        // Parameters that AWS publishes are of no account.
        var isPublic = service == "ssm" && resource.StartsWith("parameter/aws/", StringComparison.Ordinal);
        if (account.Length == 0 && !isPublic && fitting.All(t => t[1].Length > 0))
        {
            scope.Error("MISSING_ARN_ACCOUNT", $"The resource {resource} in the arn is missing an account id. Please "
                + "provide a 12 digit account id.");
        }
    }

    private static bool Fits(string template, string resource) => IsOpen(resource)
        ? PatternSets.Intersect(template, resource)
        : Glob.Of(template).Matches(resource);

    private static bool IsOpen(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;
}
