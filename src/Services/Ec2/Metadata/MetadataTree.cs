using System.Text;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// All that an instance is told, by path below the version: values, and what lies below a path, a name a line and a
/// slash after those that have something below them.
/// </summary>
internal sealed class MetadataTree
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    /// <summary>The tree of an instance as it is now.</summary>
    public static MetadataTree Of(ReadCall call, InstanceRecord instance)
    {
        var tree = new MetadataTree();
        InstanceFactsSource.Add(tree, call, instance);
        InstanceNoticeSource.Add(tree, instance);
        if (instance.UserData is { Length: > 0 })
        {
            tree.Add("user-data", "");
        }

        return tree;
    }

    /// <summary>Adds a value; null is none.</summary>
    public void Add(string path, string? value)
    {
        if (value is not null)
        {
            _values[path] = value;
        }
    }

    /// <summary>Adds a list that its own names do not make.</summary>
    public void AddList(string path, string text) => _lists[path] = text;

    /// <summary>What is at a path; null where nothing is.</summary>
    public string? Find(string path)
    {
        if (_values.TryGetValue(path, out var value))
        {
            return value;
        }

        return _lists.TryGetValue(path, out var list) ? list : Listing(path.Length == 0 ? "" : path + "/");
    }

    private string? Listing(string below)
    {
        var text = new StringBuilder();
        var last = "";
        foreach (var path in _values.Keys)
        {
            if (!path.StartsWith(below, StringComparison.Ordinal))
            {
                continue;
            }

            var slash = path.IndexOf('/', below.Length);
            var name = slash < 0 ? path[below.Length..] : path[below.Length..(slash + 1)];
            if (name == last)
            {
                continue;
            }

            // The first level is told without slashes, as AWS does.
            text.Append(text.Length == 0 ? "" : "\n").Append(below.Length == 0 ? name.TrimEnd('/') : name);
            last = name;
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
