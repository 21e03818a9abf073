using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>What policies ask of alarms and dashboards: their tags.</summary>
internal sealed class TagAccess : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "cloudwatch";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        arn.Split(':') is [_, _, _, var region, { Length: 12 } account, ..]
            ? call.Read(MetricTables.Tags, new Scope(account, region.Length == 0 ? call.Region : region))
                .Find(new(arn))?.Tags
            : null;
}
