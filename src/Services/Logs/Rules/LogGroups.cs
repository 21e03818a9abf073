using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>Finds log groups and streams.</summary>
internal static class LogGroups
{
    /// <summary>A log group by its name.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static GroupRecord Get(ReadCall call, string name) =>
        call.Read(Tables.Groups).Find(new(name)) ?? throw Errors.NoGroup();

    /// <summary>A log group by its name or its ARN.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException, or another account's or region's ARN.</exception>
    public static GroupRecord ByIdentifier(ReadCall call, string identifier)
    {
        if (!identifier.StartsWith("arn:", StringComparison.Ordinal))
        {
            return Get(call, identifier);
        }

        if (Arns.Parse(identifier) is not { } parsed)
        {
            throw Errors.Invalid($"{identifier} is not the ARN of a log group.");
        }

        return parsed.Scope == call.Scope
            ? Get(call, parsed.Name)
            : throw Errors.NotServed("log groups of linked accounts (logGroupIdentifier)");
    }

    /// <summary>The one log group of a request that has a name or an identifier, not both.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static GroupRecord Of(ReadCall call, string? name, string? identifier) => (name, identifier) switch
    {
        ({ } one, null) => Get(call, one),
        (null, { } one) => ByIdentifier(call, one),
        (null, null) => throw Errors.Invalid("You must specify either logGroupName or logGroupIdentifier."),
        _ => throw Errors.Invalid("You cannot specify both logGroupName and logGroupIdentifier."),
    };

    /// <summary>A log stream.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static StreamRecord Stream(ReadCall call, string group, string stream) =>
        call.Read(Tables.Streams).Find(PartKey.Of(group, stream)) ?? throw Errors.NoStream();

    /// <summary>The log streams of a group, by name.</summary>
    public static IEnumerable<StreamRecord> Streams(ReadCall call, string group) =>
        call.Read(Tables.Streams).By(Tables.StreamsByGroup, group);

    /// <summary>The earliest time of events that are still kept: retention hides what expired at once.</summary>
    public static long Cutoff(GroupRecord group, DateTimeOffset now) =>
        group.RetentionInDays is { } days ? now.AddDays(-days).Ms() : 0;
}
