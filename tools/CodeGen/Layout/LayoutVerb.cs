namespace Orrery.CodeGen.Layout;

/// <summary>The build's step between the native compiler and the linker. See ADR 10.</summary>
internal static class LayoutVerb
{
    /// <summary>Puts what the file of names lists side by side in the object file; the exit code.</summary>
    public static int Run(string path, string names)
    {
        try
        {
            var file = ObjectFile.Read(path);
            var placed = Rearrangement.Apply(file, File.ReadAllLines(names));
            file.Write();
            Console.WriteLine($"{placed} tables that a start reads lie side by side");
            return 0;
        }
        catch (LayoutException e)
        {
            // In the form that MSBuild shows.
            Console.Error.WriteLine($"layout : error LAYOUT1: {e.Message}; -p:OrreryDataLayout=false does without");
            return 1;
        }
    }
}
