using Orrery.CodeGen.Distilling;
using Orrery.CodeGen.Emitting;
using Orrery.CodeGen.Layout;
using Orrery.CodeGen.Models;

// generate            models/ and src/Services/*/Operations -> *.g.cs
// generate --check    fails when that would change anything
// generate --distill  botocore's data folder -> models/aws/*.json (only facts, no documentation)
// generate --layout OBJECT NAMES  the native compiler's output, with the data of these names side by side
if (args is ["--layout", var native, var names]) return LayoutVerb.Run(native, names);
var root = Repository.Find();
if (args.Contains("--distill"))
{
    var data = args.SkipWhile(a => a != "--distill").Skip(1).FirstOrDefault() ?? BotocoreData.Find();
    return new Distiller(data).Run(Path.Combine(root, "models", "aws"));
}

var files = new Generator(root, ModelStore.Load(Path.Combine(root, "models"))).Run();
return args.Contains("--check") ? files.Check(root) : files.Write(root);
