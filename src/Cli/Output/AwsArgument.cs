using System.Globalization;

namespace Orrery.Cli.Output;

/// <summary>
/// An argument of an EC2 request as a tree: <c>IpPermissions.1.IpRanges.1.CidrIp</c> is a list of structures that hold
/// a list. Written in the shorthand of the aws CLI (AWS CLI User Guide, "Using shorthand syntax").
/// </summary>
internal sealed class AwsArgument
{
    // What the CLI calls otherwise than the request does: the names of the model's members.
    private static readonly Dictionary<string, string> Renamed = new() { ["Groups"] = "UserIdGroupPairs" };

    /// <summary>Its value, where it is a plain one.</summary>
    public string? Text { get; private set; }

    /// <summary>What it holds, in the order given; the members of a list are numbered.</summary>
    public OrderedDictionary<string, AwsArgument> Parts { get; } = [];

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Parts.Count > 0 && int.TryParse(Parts.GetAt(0).Key, CultureInfo.InvariantCulture, out _);

    /// <summary>The tree of the arguments of a request.</summary>
    public static AwsArgument Tree(IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var root = new AwsArgument();
        foreach (var (path, value) in arguments)
        {
            var at = root;
            var names = path.Split('.');
            for (var depth = 0; depth < names.Length; depth++)
            {
                var name = depth > 0 && Renamed.TryGetValue(names[depth], out var renamed) ? renamed : names[depth];
                if (!at.Parts.TryGetValue(name, out var next)) at.Parts[name] = next = new AwsArgument();
                at = next;
            }

            at.Text = value;
        }

        return root;
    }

    /// <summary>As the CLI reads it: <c>IpProtocol=tcp,IpRanges=[{CidrIp=10.0.0.0/8}]</c>.</summary>
    public string Shorthand() =>
        Text ?? string.Join(',', Parts.Select(part => IsList
            ? part.Value.Inner()
            : $"{part.Key}={part.Value.Inner()}"));

    private string Inner() => Text ?? (IsList ? $"[{Shorthand()}]" : $"{{{Shorthand()}}}");
}
