using System.Globalization;

namespace Orrery.Profile;

/// <summary>
/// Makes of the counts that the just-in-time compiler writes at the end of a run (<c>DOTNET_WritePGOData</c>) a profile
/// for the ahead-of-time compiler (.mibc). Microsoft's own tool for it, dotnet-pgo, is not published as a package.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine("usage: Orrery.Profile COUNTS PROFILE.mibc FOLDER-OF-ASSEMBLIES…");
            return 2;
        }
        var types = new TypeIndex();
        foreach (var folder in args.AsSpan(2)) types.AddFolder(folder);
        var writer = new ProfileWriter(types);
        var instances = new Instances(types);
        int read = 0, written = 0, more = 0;
        foreach (var method in CountsFile.Read(args[0]))
        {
            read++;
            if (!method.WasRun) continue;
            var isWritten = false;
            foreach (var found in MethodFinder.Find(types, method))
            {
                isWritten |= writer.TryAdd(found, method);
                instances.Add(found, method);
            }
            if (isWritten) written++;
        }
        foreach (var (found, method) in instances.All())
            if (writer.TryAdd(found, method)) more++;
        writer.Save(args[1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{written} of {read} counted methods, and {more} instances of them, written to {args[1]}"));
        return 0;
    }
}
