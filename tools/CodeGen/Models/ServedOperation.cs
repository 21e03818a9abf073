namespace Orrery.CodeGen.Models;

/// <summary>An operation that has a file below <c>src/Services/&lt;Service&gt;/Operations</c>.</summary>
/// <param name="Service">The service's folder.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Name">The operation.</param>
/// <param name="Namespace">The namespace of its class.</param>
internal sealed record ServedOperation(string Service, string Model, string Name, string Namespace);
