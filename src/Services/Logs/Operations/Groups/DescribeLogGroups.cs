using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Lists log groups by name: by prefix, by a part of the name, by identifiers, by class.</summary>
public sealed class DescribeLogGroups : IReadOperation<DescribeLogGroupsRequest, DescribeLogGroupsResult>
{
    /// <inheritdoc/>
    public DescribeLogGroupsResult Run(DescribeLogGroupsRequest request, ReadCall call)
    {
        GroupQuery.CheckLinked(call, request.IncludeLinkedAccounts, request.AccountIdentifiers);
        if (request.LogGroupNamePrefix is not null && request.LogGroupNamePattern is not null)
        {
            throw Errors.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        if (request.LogGroupIdentifiers is not null
            && (request.LogGroupNamePrefix ?? request.LogGroupNamePattern
                ?? request.LogGroupClass?.ToWire()) is not null)
        {
            throw Errors.Invalid("logGroupIdentifiers cannot be combined with other filters.");
        }

        var wanted = request.LogGroupIdentifiers?.Select(i =>
            Arns.Parse(i)?.Name ?? i).ToHashSet(StringComparer.Ordinal);
        var from = new Ids.GroupName(request.LogGroupNamePrefix ?? "");
        var all = call.Read(Tables.Groups).From(from)
            .TakeWhile(g => g.Name.Value.StartsWith(from.Value, StringComparison.Ordinal))
            .Where(g => wanted?.Contains(g.Name.Value) != false)
            .Where(g => request.LogGroupClass is not { } type || g.Class == type)
            .Where(g => request.LogGroupNamePattern is not { Length: > 0 } part
                || g.Name.Value.Contains(part, StringComparison.OrdinalIgnoreCase));
        var (page, next) = Pages.Of(all, g => g.Name.Value, request.NextToken, request.Limit ?? 50);
        return new() { LogGroups = [.. page.Select(g => View(g, call))], NextToken = next };
    }

    private static LogGroup View(GroupRecord group, ReadCall call) => new()
    {
        LogGroupName = group.Name.Value,
        CreationTime = group.CreationTime.Ms(),
        RetentionInDays = group.RetentionInDays,
        MetricFilterCount = call.Read(Tables.MetricFilters).CountBy(Tables.MetricFiltersByGroup, group.Name.Value),
        Arn = Arns.Group(call.Scope, group.Name.Value) + ":*",
        LogGroupArn = Arns.Group(call.Scope, group.Name.Value),
        StoredBytes = LogGroups.Streams(call, group.Name.Value).Sum(s => s.Bytes),
        KmsKeyId = group.KmsKeyArn,
        LogGroupClass = group.Class,
        DeletionProtectionEnabled = group.IsProtected,
    };
}
