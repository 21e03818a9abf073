using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>Makes all generated files: the same models and operations give the same bytes.</summary>
internal sealed class Generator(string root, ModelStore models)
{
    private const string Target = "src/Wire.Generated/";

    /// <summary>Makes them.</summary>
    public GeneratedFiles Run()
    {
        var files = new GeneratedFiles();
        var served = ServedOperations.Find(root, models).ToLookup(o => o.Model, StringComparer.Ordinal);
        foreach (var model in models.Services)
        {
            var operations = served[model.Id].ToList();
            files.Add($"{Target}Catalog/{model.CSharpName}Catalog.g.cs",
                CatalogFile.Service(model, operations.Count > 0));
            if (operations.Count == 0) continue;
            Model(files, model, operations);
            foreach (var service in operations.GroupBy(o => o.Service, StringComparer.Ordinal))
            {
                files.Add(
                    $"src/Services/{service.Key}/{model.CSharpName}Operations.g.cs",
                    RegistrationFile.Text(model, service.Key, [.. service]));
            }
        }

        files.Add($"{Target}Catalog/WireCatalog.g.cs", CatalogFile.All(models));
        return files;
    }

    private static void Model(GeneratedFiles files, ServiceModel model, IReadOnlyList<ServedOperation> operations)
    {
        var names = operations.Select(o => o.Name).ToList();
        var shapes = new ServedShapes(model, names);
        var folder = $"{Target}{model.CSharpName}/";
        files.Add($"{folder}{model.CSharpName}Model.g.cs", ModelFile.Text(shapes, names));
        files.Add($"{folder}{model.CSharpName}Shapes.g.cs", SchemaFile.Text(shapes, names));
        foreach (var (name, shape) in shapes.Shapes)
        {
            if (shape.IsEnum) files.Add($"{folder}Enums/{name}.g.cs", EnumFile.Text(model, name, shape));
            else if (shape.IsStructure)
            {
                files.Add($"{folder}Shapes/{name}.g.cs", new RecordFile(shapes, name, shape).Text());
            }
        }
    }
}
