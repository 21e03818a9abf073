namespace Orrery.CodeGen.Layout;

/// <summary>The compiler's output is not of the form that is known here: nothing has been written.</summary>
public sealed class LayoutException(string message) : Exception(message);
