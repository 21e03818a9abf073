using System.Collections.Frozen;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Names of services as principals. No page of AWS lists them all, so a name is taken where it may be one: where a part
/// of it, but the region, is in <c>data/service-principals.csv</c> (ecs-tasks, logs.eu-west-1, delivery.logs), and
/// below the domains that no list covers.
/// </summary>
public static class ServicePrincipals
{
    // Those of the partitions: IAM User Guide, "AWS JSON policy elements: Principal", and botocore's list of them.
    private static readonly string[] Domains =
    [
        ".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".c2s.ic.gov", ".sc2s.sgov.gov", ".cloud.adc-e.uk",
        ".csp.hci.ic.gov",
    ];

    // Alexa's, and what services call one another; neither is listed.
    private static readonly string[] Open = [".amazon.com", ".aws.internal"];

    private static readonly Lazy<FrozenSet<string>> Names = new(Load);

    /// <summary>Whether a service may have this name; false where clearly none has.</summary>
    public static bool MayBe(string name)
    {
        var lower = name.ToLowerInvariant();
        if (Open.Any(domain => lower.EndsWith(domain, StringComparison.Ordinal))) return true;
        return Domains.FirstOrDefault(domain => lower.EndsWith(domain, StringComparison.Ordinal)) is { } found
            && lower[..^found.Length].Split('.').Any(Names.Value.Contains);
    }

    private static FrozenSet<string> Load()
    {
        const string file = "service-principals.csv";
        using var stream = typeof(ServicePrincipals).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
