using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations.Tagging;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Tagging;

/// <summary>
/// Reads and writes the tags of alarms, dashboards and the like, by ARN. Limits: botocore documentation of TagResource
/// (50 tags a resource).
/// </summary>
internal static class TagStore
{
    /// <summary>The tags of something, by key; empty when it has none.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ReadCall call, string arn) =>
        call.Read(MetricTables.Tags, ScopeOf(call, arn)).Find(new(arn))?.Tags ?? TagSet.Empty;

    /// <summary>Adds tags, replacing the values of keys that are there.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: a tag is not allowed, or too many.</exception>
    public static void Put(Call call, string arn, IReadOnlyList<Tag> tags)
    {
        var merged = TagSet.With(
            Of(call, arn), tags.Select(tag => KeyValuePair.Create(tag.Key!, tag.Value!)),
            _ => Errors.InvalidValue("Tag keys starting with 'aws:' are reserved for system use."),
            () => Errors.InvalidValue($"The resource {arn} cannot have more than {TagSet.Most} tags."));
        call.Write(MetricTables.Tags, ScopeOf(call, arn)).Put(new(new(arn), merged));
    }

    /// <summary>Takes tags away.</summary>
    public static void Remove(Call call, string arn, IReadOnlyList<string> keys) =>
        call.Write(MetricTables.Tags, ScopeOf(call, arn)).Put(new(new(arn), Of(call, arn).RemoveRange(keys)));

    /// <summary>Takes all tags away of something that goes.</summary>
    public static void Forget(Call call, string arn) =>
        call.Write(MetricTables.Tags, ScopeOf(call, arn)).Remove(new(arn));

    /// <summary>Refuses an ARN of nothing.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException.</exception>
    public static void CheckExists(ReadCall call, string arn)
    {
        if (!call.PortsOf<ITagOwner>().Any(owner => owner.Has(call, arn))) throw Errors.NoResource(arn);
    }

    /// <summary>Dashboards have no region in their ARN.</summary>
    private static Scope ScopeOf(ReadCall call, string arn) =>
        arn.StartsWith("arn:aws:cloudwatch::", StringComparison.Ordinal) ? Scope.Global(call.Account) : call.Scope;
}
