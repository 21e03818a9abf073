using System.Text.Json.Serialization;
using Orrery.Cli.Doctor;
using Orrery.Cli.Labs;
using Orrery.Cli.Output;
using Orrery.Cli.Stores;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli;

/// <summary>The JSON answers that the command line makes itself.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ChartView[]))]
[JsonSerializable(typeof(ImportTotals))]
[JsonSerializable(typeof(ExportedFile))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Finding[]))]
[JsonSerializable(typeof(Lab[]))]
internal sealed partial class CliJson : JsonSerializerContext;
