using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Alarms;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>Alarms can be tagged.</summary>
internal sealed class AlarmTags : ITagOwner
{
    /// <inheritdoc/>
    public bool Has(ReadCall call, string arn) =>
        AlarmNames.OfArn(arn) is { } name && call.Read(AlarmTables.Alarms).Find(new(name))?.Arn == arn;
}
