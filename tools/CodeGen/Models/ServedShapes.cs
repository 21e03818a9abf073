namespace Orrery.CodeGen.Models;

/// <summary>The shapes that some operations of a model need.</summary>
internal sealed class ServedShapes
{
    private readonly SortedDictionary<string, ModelShape> _shapes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ModelShape> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

    /// <summary>Gathers the requests, results and all that they contain.</summary>
    public ServedShapes(ServiceModel model, IEnumerable<string> operations)
    {
        Model = model;
        foreach (var name in operations)
        {
            Document(name, "input", "Request");
            Document(name, "output", "Result");
            foreach (var error in model.Operations[name]["errors"]?.AsArray() ?? [])
            {
                var shape = model.Shape((string)error!["shape"]!);
                _errors[shape.Name] = shape;
            }
        }
    }

    /// <summary>The model.</summary>
    public ServiceModel Model { get; }

    /// <summary>Shapes by the name that they have in C#: requests and results under their normalized names.</summary>
    public IEnumerable<KeyValuePair<string, ModelShape>> Shapes => _shapes
        .Select(s => KeyValuePair.Create(s.Key[0] == '.' ? TypeName(s.Key[1..]) : s.Key, s.Value))
        .DistinctBy(s => s.Key)
        .OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>Error shapes.</summary>
    public IReadOnlyDictionary<string, ModelShape> Errors => _errors;

    /// <summary>The C# name of a shape that is used within others.</summary>
    public string TypeName(string shape)
    {
        var name = Names.Type(shape);
        if (_documents.Contains(name)) return _shapes[name].Name == shape ? name : name + "Shape";
        return name == Model.CSharpName + "Model" ? name + "Shape" : name;
    }

    private void Document(string operation, string direction, string suffix)
    {
        var name = operation + suffix;
        _documents.Add(name);
        var target = (string?)Model.Operations[operation][direction]?["shape"];
        var shape = target is null ? new ModelShape(name, new() { ["type"] = "structure" }) : Model.Shape(target);
        _shapes[name] = shape;
        Members(shape);
    }

    private void Members(ModelShape shape)
    {
        foreach (var member in shape.Members) Nested(member.Target);
        foreach (var part in new[] { "member", "key", "value" })
        {
            if (shape.Part(part) is { } use) Nested(use.Target);
        }
    }

    private void Nested(string name)
    {
        var shape = Model.Shape(name);
        if (shape.IsPlain || shape.Type == "document" || !_shapes.TryAdd("." + name, shape)) return;
        Members(shape);
    }
}
