using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// Policies made of what a principal did: of what IAM kept of its calls, since there is no CloudTrail to read. Source:
/// IAM User Guide, "IAM Access Analyzer policy generation".
/// </summary>
internal static class Generation
{
    /// <summary>The kind of the timer that ends one.</summary>
    public const string Timer = "access-analyzer.generate-policy";

    /// <summary>How long one takes (guessed).</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    /// <summary>A job.</summary>
    /// <exception cref="ServiceException">ValidationException, as AWS gives for what is no job.</exception>
    public static GenerationRecord Get(ReadCall call, string? id) =>
        call.Read(Tables.Generations).Find(new(id!)) ?? throw Errors.Validation($"There is no job {id}.");

    /// <summary>The actions that a principal used.</summary>
    public static IReadOnlyList<string> Used(ReadCall call, string principal) =>
    [
        .. (call.FindPort<ICallActivity>()?.Actions(call, principal) ?? [])
            .Select(u => $"{u.Service}:{u.Action}").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The policy that allows them: a statement for each service.</summary>
    public static string Policy(IReadOnlyList<string> actions)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            foreach (var service in actions.GroupBy(a => a[..a.IndexOf(':', StringComparison.Ordinal)]))
            {
                json.WriteStartObject();
                json.WriteString("Effect", "Allow");
                json.WriteStartArray("Action");
                foreach (var action in service) json.WriteStringValue(action);
                json.WriteEndArray();
                json.WriteString("Resource", "*");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
