using System.Text.Json.Nodes;

namespace Orrery.Host.Admin.Shapes;

/// <summary>One record that differs.</summary>
/// <param name="Change"><c>added</c> (only right), <c>removed</c> (only left) or <c>changed</c>.</param>
/// <param name="Account">The account of the record.</param>
/// <param name="Region">The region of the record.</param>
/// <param name="Table">The table of the record.</param>
/// <param name="Key">The key of the record.</param>
/// <param name="Left">The record on the left, or null.</param>
/// <param name="Right">The record on the right, or null.</param>
public sealed record DiffEntry(
    string Change,
    string Account,
    string Region,
    string Table,
    string Key,
    JsonNode? Left,
    JsonNode? Right);
