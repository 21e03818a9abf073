namespace Orrery.Wire.Schema;

/// <summary>What is needed to recognize an operation, served or not.</summary>
/// <param name="Name">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="UriTemplate">The path and fixed query parameters, for example <c>/{Bucket}/{Key+}?tagging</c>.</param>
public sealed record OperationName(string Name, string Method, string UriTemplate);
