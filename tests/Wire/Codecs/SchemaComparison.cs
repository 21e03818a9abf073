using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Compares two descriptions of the same shapes, each shape once.</summary>
internal sealed class SchemaComparison
{
    private readonly HashSet<(ShapeSchema, ShapeSchema)> _seen = [];

    public List<string> Differences { get; } = [];

    public void Operation(OperationSchema model, OperationSchema generated)
    {
        var where = $"{model.Service.Id}.{model.Name}";
        Same(where, (model.Method, model.UriTemplate, model.Status),
            (generated.Method, generated.UriTemplate, generated.Status));
        Same(where, (model.ResultWrapper, model.InputRoot), (generated.ResultWrapper, generated.InputRoot));
        Same(where, (model.IsOutputUnwrapped, model.InputNamespace),
            (generated.IsOutputUnwrapped, generated.InputNamespace));
        Same(where, Names(model.Errors), Names(generated.Errors));
        foreach (var (one, other) in model.Errors.Zip(generated.Errors)) Same(where, one.Error, other.Error);
        Shape(where + " request", model.Input, generated.Input);
        Shape(where + " result", model.Output, generated.Output);
    }

    private static string Names(IEnumerable<ShapeSchema> shapes) => string.Join(',', shapes.Select(s => s.Name));

    private void Shape(string where, ShapeSchema model, ShapeSchema generated)
    {
        if (!_seen.Add((model, generated))) return;
        Same(where, (model.Kind, model.Traits, model.Min, model.Max),
            (generated.Kind, generated.Traits, generated.Min, generated.Max));
        Same(where, (model.Pattern, model.TimestampFormat), (generated.Pattern, generated.TimestampFormat));
        Same(where, model.XmlNamespace, generated.XmlNamespace);
        if (model.LocationName is not null) Same(where, model.LocationName, generated.LocationName);
        Same(where, string.Join('|', model.EnumValues), string.Join('|', generated.EnumValues));
        Same(where, model.Members.Count, generated.Members.Count);
        foreach (var (one, other) in model.Members.Zip(generated.Members)) Member(where, one, other);
        Member(where, model.Element, generated.Element);
        Member(where, model.Key, generated.Key);
        Member(where, model.Value, generated.Value);
    }

    private void Member(string where, MemberSchema? model, MemberSchema? generated)
    {
        if (model is null || generated is null)
        {
            Same(where, model?.Name, generated?.Name);
            return;
        }

        var at = $"{where}.{model.Name}";
        Same(at, (model.Name, model.Role, model.Traits, model.Location),
            (generated.Name, generated.Role, generated.Traits, generated.Location));
        Same(at, (model.WireName, model.XmlName, model.Ec2Name),
            (generated.WireName, generated.XmlName, generated.Ec2Name));
        Same(at, (model.TimestampFormat, model.XmlNamespace), (generated.TimestampFormat, generated.XmlNamespace));
        Shape(at, model.Target, generated.Target);
    }

    private void Same<T>(string where, T model, T generated)
    {
        if (!EqualityComparer<T>.Default.Equals(model, generated)) Differences.Add($"{where}: {model} / {generated}");
    }
}
