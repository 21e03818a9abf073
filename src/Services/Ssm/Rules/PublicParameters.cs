using System.Text;
using Orrery.Contracts.Parameters;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>
/// The public parameters: those that services publish, and the list of who publishes some. They are read by name and by
/// path, in their one version, and DescribeParameters does not list them. Source: Systems Manager User Guide,
/// "Discovering public parameters in Parameter Store".
/// </summary>
internal static class PublicParameters
{
    private const string Start = "/aws/service/";
    private const string List = Start + "list/";

    /// <summary>Whether a name or a path is one of public parameters.</summary>
    public static bool Covers(string name) => (name + "/").StartsWith(Start, StringComparison.Ordinal);

    /// <summary>The parameter of a name, or null.</summary>
    public static ParameterRecord? Find(ReadCall call, string name) =>
        Covers(name) && Of(call).TryGetValue(name, out var version) ? Record(version) : null;

    /// <summary>Those below a path, in the order of their names.</summary>
    public static IEnumerable<ParameterRecord> Below(ReadCall call, string path) => Of(call).Values
        .Where(version => version.Name.StartsWith(path, StringComparison.Ordinal)).Select(Record);

    // There are few enough to be put in order anew.
    private static SortedList<string, VersionRecord> Of(ReadCall call)
    {
        var all = new SortedList<string, VersionRecord>(StringComparer.Ordinal);
        foreach (var one in call.PortsOf<IPublicParameters>().SelectMany(publisher => publisher.In(call.Region)))
        {
            all[one.Name] = Version(one);
            var owner = one.Name[Start.Length..].Split('/')[0];
            all[List + owner] = Version(new(List + owner, $"{Start}{owner}/", "text", one.ModifiedAt));
        }

        return all;
    }

    private static ParameterRecord Record(VersionRecord version) =>
        new() { Name = new(version.Name), Latest = version };

    // How many versions there were is not known: it is the first.
    private static VersionRecord Version(PublicParameter one) => new()
    {
        Name = one.Name,
        Version = 1,
        Type = ParameterType.String,
        Content = Encoding.UTF8.GetBytes(one.Value),
        Tier = ParameterTier.Standard,
        DataType = one.DataType,
        ModifiedAt = one.ModifiedAt,
        ModifiedBy = "amazon",
    };
}
