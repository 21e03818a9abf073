namespace Orrery.CodeGen.Models;

/// <summary>Finds the served operations by their files' names.</summary>
internal static class ServedOperations
{
    /// <summary>All of them; a file whose name is no operation of its model is an error.</summary>
    public static IReadOnlyList<ServedOperation> Find(string root, ModelStore models)
    {
        var byName = models.Services.ToDictionary(s => s.CSharpName, StringComparer.OrdinalIgnoreCase);
        var found = new List<ServedOperation>();
        foreach (var service in Directory.GetDirectories(Path.Combine(root, "src", "Services")))
        {
            var operations = Path.Combine(service, "Operations");
            if (!Directory.Exists(operations)) continue;
            foreach (var file in Directory.GetFiles(operations, "*.cs", SearchOption.AllDirectories))
            {
                var first = Path.GetRelativePath(operations, file).Split(Path.DirectorySeparatorChar)[0];
                if (!byName.TryGetValue(first, out var model)) model = byName[Path.GetFileName(service)];
                found.Add(Served(Path.GetFileName(service), model, file));
            }
        }

        return [.. found.OrderBy(o => o.Model, StringComparer.Ordinal).ThenBy(o => o.Name, StringComparer.Ordinal)];
    }

    private static ServedOperation Served(string service, ServiceModel model, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!model.Operations.ContainsKey(name))
        {
            throw new InvalidOperationException($"{file}: {model.Id} has no operation {name}. Rules belong in Rules/.");
        }

        var space = File.ReadLines(file).First(l => l.StartsWith("namespace ", StringComparison.Ordinal));
        return new ServedOperation(service, model.Id, name, space["namespace ".Length..].TrimEnd(';', ' '));
    }
}
