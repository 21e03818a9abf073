using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What a composite alarm may be. Source: botocore documentation of PutCompositeAlarm: 100 alarms in a rule, an alarm
/// in the rules of 150 others; both periods are required with a suppressor. The words of the refusals are guessed.
/// </summary>
internal static class CompositeRules
{
    private const int MostChildren = 100;
    private const int MostParents = 150;

    /// <summary>Reads a request.</summary>
    /// <exception cref="Core.ServiceException">ValidationError or LimitExceeded.</exception>
    public static AlarmRuleRecord Of(ReadCall call, PutCompositeAlarmRequest request)
    {
        var name = request.AlarmName!;
        var rule = RuleParser.Parse(request.AlarmRule!);
        List<string> children = [.. rule.Alarms.Select(child => NameOf(call, child)).Distinct(StringComparer.Ordinal)];
        if (children.Count > MostChildren)
            throw AlarmErrors.Invalid($"AlarmRule must not contain more than {MostChildren} alarms");
        CheckExist(call, name, children);
        foreach (var child in children)
            CheckParents(call, name, child);
        CheckSuppressor(call, request);
        return new()
        {
            Text = request.AlarmRule!,
            Children = [.. children],
            Suppressor = request.ActionsSuppressor,
            SuppressorName = request.ActionsSuppressor is { } suppressor ? NameOf(call, suppressor) : null,
            WaitPeriod = request.ActionsSuppressorWaitPeriod,
            ExtensionPeriod = request.ActionsSuppressorExtensionPeriod,
        };
    }

    /// <summary>The name of an alarm in the account and region, which is all that a rule may reach.</summary>
    private static string NameOf(ReadCall call, string nameOrArn)
    {
        var name = AlarmNames.Of(nameOrArn);
        return name == nameOrArn || AlarmNames.Arn(call.Scope, name) == nameOrArn
            ? name
            : throw AlarmErrors.Invalid($"The alarm {nameOrArn} is not in this account and Region");
    }

    private static void CheckExist(ReadCall call, string name, List<string> children)
    {
        if (children.Contains(name) && !call.Read(AlarmTables.Alarms).Contains(new(name)))
            throw AlarmErrors.Invalid($"Could not save the composite alarm as its rule names itself: {name}");
        var unknown = children.Where(child => !call.Read(AlarmTables.Alarms).Contains(new(child))).ToList();
        if (unknown.Count > 0)
        {
            throw AlarmErrors.Invalid($"Could not save the composite alarm as alarms [{string.Join(", ", unknown)}] in "
                + "the alarm rule do not exist");
        }
    }

    private static void CheckParents(ReadCall call, string name, string child)
    {
        var parents = call.Read(AlarmTables.Alarms).By(AlarmTables.ByChild, child).Count(p => p.Name.Value != name);
        if (parents >= MostParents)
            throw AlarmErrors.Limit($"The alarm {child} is in the rules of {MostParents} composite alarms");
    }

    private static void CheckSuppressor(ReadCall call, PutCompositeAlarmRequest request)
    {
        var (suppressor, wait, extension) = (request.ActionsSuppressor, request.ActionsSuppressorWaitPeriod,
            request.ActionsSuppressorExtensionPeriod);
        if (suppressor is null)
        {
            if (wait is not null || extension is not null)
                throw AlarmErrors.Invalid("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod need an "
                    + "ActionsSuppressor");
            return;
        }

        if (wait is null || extension is null)
            throw AlarmErrors.Invalid("ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are required "
                + "when ActionsSuppressor is specified");
        if (wait < 0 || extension < 0)
            throw AlarmErrors.Invalid("The periods of an ActionsSuppressor cannot be negative");
        if (!call.Read(AlarmTables.Alarms).Contains(new(NameOf(call, suppressor))))
            throw AlarmErrors.Invalid($"Could not save the composite alarm as suppressor {suppressor} does not exist");
    }
}
