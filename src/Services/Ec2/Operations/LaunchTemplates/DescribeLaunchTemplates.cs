using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Lists launch templates, by ids, names and filters.</summary>
public sealed class DescribeLaunchTemplates
    : IReadOperation<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResult>
{
    private static readonly Filters<LaunchTemplateRecord> Filters = new Filters<LaunchTemplateRecord>()
        .One("create-time", t => t.CreateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("launch-template-name", t => t.Name)
        .Tags(t => t.Id.Value);

    /// <inheritdoc/>
    public DescribeLaunchTemplatesResult Run(DescribeLaunchTemplatesRequest request, ReadCall call)
    {
        // IncludeManagedResources adds templates of service providers, of which there are none.
        var ids = (request.LaunchTemplateIds ?? []).Concat((request.LaunchTemplateNames ?? [])
            .Select(name => TemplateLookup.Get(call, null, name).Id.Value)).ToList();
        var page = Lister.List(
            call, LaunchKinds.Template, Filters, new(ids, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            LaunchTemplates = page.As(t => TemplateStore.View(call, t)), NextToken = page.NextToken,
        };
    }
}
