using System.Reflection.Metadata;

namespace Orrery.Profile;

/// <summary>Finds counted methods by what the runtime writes of them.</summary>
internal static class MethodFinder
{
    /// <summary>
    /// The method; several where assemblies share the source of a private type, as then the counts do for each. None
    /// where overloads cannot be told apart.
    /// </summary>
    public static IEnumerable<FoundMethod> Find(TypeIndex types, CountedMethod method)
    {
        var fitting = new List<FoundMethod>();
        foreach (var (owner, arguments, name) in Readings(types, method.Name))
        {
            if (owner.Definition.GetGenericParameters().Count != arguments.Count) continue;
            foreach (var handle in owner.Definition.GetMethods())
            {
                var candidate = owner.Reader.GetMethodDefinition(handle);
                if (owner.Reader.StringComparer.Equals(candidate.Name, name) && Size(owner, candidate) == method.Size)
                    fitting.Add(new(owner, handle, arguments, []));
            }
        }
        foreach (var overloads in fitting.GroupBy(static found => found.Type))
        {
            FoundMethod[] ones = [.. overloads];
            if (ones.Length > 1)
                ones = Array.FindAll(ones, one => SignatureText.IsOf(one.Definition, method.Signature));
            if (ones.Length == 1) yield return ones[0];
        }
    }

    // Where the type ends and the method begins is seen only by which types there are.
    private static IEnumerable<(IndexedType Owner, IReadOnlyList<TypeName> Arguments, string Name)> Readings(
        TypeIndex types, string name)
    {
        var at = 0;
        if (name.Contains('[', StringComparison.Ordinal)
            && TypeName.Read(name, ref at, mayNameAssembly: false) is { Arguments.Count: > 0, Suffix: "" } generic
            && at < name.Length && name[at] == '.')
        {
            foreach (var type in types.Find(generic.FullName)) yield return (type, generic.Arguments, name[(at + 1)..]);
            yield break;
        }
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            foreach (var type in types.Find(name[..dot])) yield return (type, [], name[(dot + 1)..]);
    }

    private static int Size(IndexedType owner, MethodDefinition method) => method.RelativeVirtualAddress == 0
        ? 0
        : owner.Image.GetMethodBody(method.RelativeVirtualAddress).GetILReader().Length;
}
