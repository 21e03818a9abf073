using System.Reflection;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>The generated operations and types, found by reflection.</summary>
internal static class GeneratedShapes
{
    private static readonly Assembly Assembly = typeof(WireCatalog).Assembly;

    /// <summary>Every served operation with the readers of its request and its result.</summary>
    public static IEnumerable<GeneratedOperation> Operations()
    {
        foreach (var model in Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("Model")))
        {
            foreach (var property in model.GetProperties().Where(p => p.PropertyType == typeof(OperationSchema)))
            {
                yield return new GeneratedOperation(
                    (OperationSchema)property.GetValue(null)!,
                    Reader($"{model.Namespace}.{property.Name}Request"),
                    Reader($"{model.Namespace}.{property.Name}Result"));
            }
        }
    }

    /// <summary>Every generated enumeration with its schema.</summary>
    public static IEnumerable<(Type Type, ShapeSchema Schema)> Enums() => Assembly.GetTypes()
        .Where(t => t.IsEnum)
        .Select(t => (t, Service(t).Shape(t.Name)));

    /// <summary>The wire value that the generated code gives an enumeration's value.</summary>
    public static string ToWire(Type type, object value) =>
        (string)Assembly.GetType($"{type.FullName}Wire")!.GetMethod("ToWire")!.Invoke(null, [value])!;

    private static ServiceSchema Service(Type type) =>
        (ServiceSchema)Assembly.GetType($"{type.Namespace}.{type.Namespace!.Split('.')[^1]}Model")!
            .GetProperty("Service")!.GetValue(null)!;

    private static Func<ShapeReader, IShape> Reader(string type) =>
        Assembly.GetType(type)!.GetMethod("FromWire")!.CreateDelegate<Func<ShapeReader, IShape>>();
}
