using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>What lists of log groups share.</summary>
internal static class GroupQuery
{
    /// <summary>Refuses what is about linked accounts.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void CheckLinked(ReadCall call, bool? linked, IReadOnlyList<string>? accounts)
    {
        if (linked == true || accounts?.Any(a => a != call.Account) == true)
        {
            throw Errors.NotServed("log groups of linked accounts (includeLinkedAccounts, accountIdentifiers)");
        }
    }

    /// <summary>
    /// Whether a group has tags as asked: one of the values for each key; a star before or behind stands for any text,
    /// an exclamation mark for another value (botocore model, TagFilter).
    /// </summary>
    public static bool HasTags(GroupRecord group, IReadOnlyList<TagFilter>? filters) =>
        filters?.All(f => group.Tags.TryGetValue(f.Key!, out var value)
            ? f.Values is not { Count: > 0 } wanted || wanted.Any(w => Fits(value, w))
            : f.Values?.Any(w => w.StartsWith('!')) == true) != false;

    private static bool Fits(string value, string wanted)
    {
        if (wanted.StartsWith('!'))
        {
            return !Fits(value, wanted[1..]);
        }

        var (head, tail) = (wanted.StartsWith('*'), wanted.Length > 1 && wanted.EndsWith('*'));
        var core = wanted[(head ? 1 : 0)..^(tail ? 1 : 0)];
        return (head, tail) switch
        {
            (true, true) => value.Contains(core, StringComparison.Ordinal),
            (true, false) => value.EndsWith(core, StringComparison.Ordinal),
            (false, true) => value.StartsWith(core, StringComparison.Ordinal),
            _ => value == core,
        };
    }
}
