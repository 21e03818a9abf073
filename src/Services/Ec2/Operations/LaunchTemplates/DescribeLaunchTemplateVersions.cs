using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>
/// Lists versions: of one template by numbers, $Latest, $Default or a range, newest first; or the latest or default
/// ones of all templates.
/// </summary>
public sealed class DescribeLaunchTemplateVersions
    : IReadOperation<DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResult>
{
    private static readonly Filters<LaunchTemplateVersionRecord> Filters = VersionFilters.All;

    /// <inheritdoc/>
    public DescribeLaunchTemplateVersionsResult Run(DescribeLaunchTemplateVersionsRequest request, ReadCall call)
    {
        var versions = Chosen(request, call).OrderBy(KeyOf, StringComparer.Ordinal);
        var page = Lister.Of(
            call, versions, KeyOf, Filters, new(null, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            LaunchTemplateVersions = page.As(v =>
                TemplateStore.View(call, v, request.ResolveAlias == true)), NextToken = page.NextToken,
        };
    }

    // Newest first within a template.
    private static string KeyOf(LaunchTemplateVersionRecord version) =>
        $"{version.TemplateId} {999_999_999 - version.Number:d9}";

    private static IEnumerable<LaunchTemplateVersionRecord> Chosen(
        DescribeLaunchTemplateVersionsRequest request, ReadCall call)
    {
        var (min, max) = (request.MinVersion, request.MaxVersion);
        if (request.Versions is { Count: > 0 } && (min is not null || max is not null))
        {
            throw Errors.InvalidParameterCombination(
                "MinVersion and MaxVersion cannot be given together with Versions.");
        }

        if (request.LaunchTemplateId is null && request.LaunchTemplateName is null)
        {
            return OfAll(request.Versions, call);
        }

        var template = TemplateLookup.Get(call, request.LaunchTemplateId, request.LaunchTemplateName);
        if (request.Versions is { Count: > 0 } named)
        {
            return named.Select(text => TemplateLookup.Version(call, template, text)).DistinctBy(v => v.Number)
                .ToList();
        }

        var from = min is null ? 1 : TemplateLookup.NumberOf(template, min);
        var to = max is null ? long.MaxValue : TemplateLookup.NumberOf(template, max);
        return call.Read(TemplateTables.Versions).By(TemplateTables.VersionsByTemplate, template.Id.Value)
            .Where(v => v.Number >= from && v.Number <= to);
    }

    private static IEnumerable<LaunchTemplateVersionRecord> OfAll(IReadOnlyList<string>? versions, ReadCall call)
    {
        if (versions is not { Count: > 0 } || versions.Any(v => v is not ("$Latest" or "$Default")))
        {
            throw Errors.Missing(
                "LaunchTemplateId or LaunchTemplateName, or of Versions $Latest and $Default only");
        }

        return call.Read(TemplateTables.Templates).All()
            .SelectMany(t => versions.Select(v => TemplateLookup.Version(call, t, v)).DistinctBy(v => v.Number));
    }
}
